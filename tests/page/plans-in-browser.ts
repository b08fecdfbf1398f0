// The script of a browser that plans for every Profile: bundled as the page's own script is, and shipped to nobody.
import { sumsOfPlans } from './plans';

Object.assign(globalThis, { sumsOfPlans });
