/** For handlers that return JSON as text: most of what we show comes as text from the database, and is not parsed to be written again. */
import { Header } from '@nestjs/common';

export const JSON_TEXT = 'application/json; charset=utf-8';

export const JsonText = () => Header('content-type', JSON_TEXT);
