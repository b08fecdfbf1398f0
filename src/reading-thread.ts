// The entry of the thread that reads a picture: the words it reads stay in it; what comes out is a judgement and boxes.
import { readingWords } from './content/compiled/reading-words';
import { answerThread } from './host/thread';
import { readPicture } from './proof/reading/read-picture';
import type { ReadingTask, SeenOnPicture } from './proof/reading/read-picture';

void answerThread<ReadingTask, SeenOnPicture>(async ({ pixels, files, today, name }, onPart) => {
  // A picture of no pixels would read as one on which nothing private stands.
  if (pixels.data?.length !== pixels.width * pixels.height * 4) throw new Error('the picture did not arrive');
  const host = {
    shipped: async (file: string): Promise<Uint8Array> => {
      const bytes = files[file];
      if (bytes === undefined) throw new Error(`${file} is not there`);
      return bytes;
    },
  };
  const { judgement, parts, tilt, isCut } = await readPicture(pixels, readingWords, { host, today, name, onPart });
  return { judgement, parts, tilt, isCut };
});
