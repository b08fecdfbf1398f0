// PDF: whether the file reaches its end mark.
import { CUT, wholeFile, type Reading } from '../reading';

/**
 * Wants `%%EOF` within the last 1,024 bytes, as Acrobat does; a page has no size in pixels.
 * Source: PDF 1.7 (ISO 32000-1:2008) section 7.5.5; Adobe PDF Reference 1.7, Appendix H, implementation note 18.
 */
export function readPdf(bytes: Uint8Array): Reading {
  const end = new TextDecoder('latin1').decode(bytes.subarray(-1024));
  return end.includes('%%EOF') ? wholeFile() : CUT;
}
