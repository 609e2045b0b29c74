#!/usr/bin/env node
/** `tandem`: the command line. */
import './program.js';
