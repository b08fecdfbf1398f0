// The files that the reading comes with: the engine and its model.

export const ENGINE_FILE = 'tesseract-core.wasm';
export const MODEL_FILE = 'fra.traineddata';
export const ENGINE_FILES = [ENGINE_FILE, MODEL_FILE] as const;
