// What the Record keeps about a proof: facts that let its owner recognise the file later, never the file itself.

/** Kinds of file that can be a proof: a screenshot, a photograph of a screen, a saved page or e-mail. */
export const PROOF_KINDS = ['png', 'jpeg', 'webp', 'heic', 'gif', 'pdf', 'eml'] as const;
export type ProofKind = (typeof PROOF_KINDS)[number];

/** The kinds of picture that can be cleaned, blacked out and read. */
export const PICTURE_KINDS = ['png', 'jpeg', 'webp'] as const;
export type PictureKind = (typeof PICTURE_KINDS)[number];

/** Kinds that are recognised only to be named in a refusal. */
const REFUSED_KINDS = ['avif', 'bmp', 'tiff'] as const;
export type RefusedKind = (typeof REFUSED_KINDS)[number];

export type Kind = ProofKind | RefusedKind;

/** The largest proof that is read: 25 MB, counted as 25 x 1024 x 1024 bytes. */
export const MAX_PROOF_BYTES = 25 * 1024 * 1024;

/** Width and height are in pixels as stored; a rotation asked for in metadata is not applied. */
export interface PixelSize {
  readonly width?: number;
  readonly height?: number;
}

export interface ProofFacts extends PixelSize {
  /** SHA-256 of all bytes of the file, as 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  /** Size of the file in bytes. */
  readonly bytes: number;
  readonly kind: ProofKind;
}
