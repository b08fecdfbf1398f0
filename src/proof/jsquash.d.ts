// The codecs are made for browsers and their types want the DOM; these are the parts used here.
declare module '@jsquash/png/decode.js' {
  export function init(module: WebAssembly.Module): Promise<unknown>;
  export default function decode(file: Uint8Array): Promise<DecodedPicture>;
}
declare module '@jsquash/png/encode.js' {
  export function init(module: WebAssembly.Module): Promise<unknown>;
  /** Takes the whole buffer behind `data`. */
  export default function encode(picture: DecodedPicture): Promise<ArrayBuffer>;
}
declare module '@jsquash/jpeg/decode.js' {
  export function init(module: WebAssembly.Module, options: EmscriptenOptions): Promise<void>;
  /** Upright only with `preserveOrientation`; rejects with anything at all. */
  export default function decode(file: Uint8Array): Promise<DecodedPicture>;
}
declare module '@jsquash/webp/decode.js' {
  export function init(module: WebAssembly.Module, options: EmscriptenOptions): Promise<void>;
  export default function decode(file: Uint8Array): Promise<DecodedPicture>;
}

interface DecodedPicture {
  readonly width: number;
  readonly height: number;
  /** RGBA, not premultiplied. */
  readonly data: Uint8ClampedArray;
}

interface EmscriptenOptions {
  readonly print: (text: string) => void;
  readonly printErr: (text: string) => void;
}

/** Node has it; its types leave it to those of browsers. */
declare namespace WebAssembly {
  function compile(bytes: Uint8Array): Promise<Module>;
}
