import { describePages } from './support/pages.js';

describePages('ur');
