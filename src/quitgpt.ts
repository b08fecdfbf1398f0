// The bundle's entry: the program on this machine.
import { runOnNode } from './host/node-host';
import { main, unfinished } from './main';

runOnNode(main, unfinished);
