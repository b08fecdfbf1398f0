// The bundle's entry: the program on this machine.
import { runOnNode } from './host/node-host';
import { main } from './main';

runOnNode(main);
