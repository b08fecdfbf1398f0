// tesseract-wasm has types that its package.json does not lead to; these are the ones used here.
declare module 'tesseract-wasm' {
  interface IntRect {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }
  interface TextItem {
    readonly rect: IntRect;
    /** 1: starts a line, 2: ends it. */
    readonly flags: number;
    readonly text: string;
  }
  interface OCREngine {
    setVariable(name: string, value: string): void;
    loadModel(model: Uint8Array): void;
    /** RGBA; the buffer of `data` holds this picture alone. */
    loadImage(image: { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }): void;
    getTextBoxes(unit: 'word'): readonly TextItem[];
    destroy(): void;
  }
  export function createOCREngine(options: { readonly wasmBinary: Uint8Array }): Promise<OCREngine>;
  export function supportsFastBuild(): boolean;
}
