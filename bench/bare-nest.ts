import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

const ANSWER = { data: [], next_cursor: null, total: 0 };

@Controller()
class BareController {
  @Get()
  answer(): typeof ANSWER {
    return ANSWER;
  }
}

@Module({ controllers: [BareController] })
class BareModule {}

/** A Nest application with nothing in it but one handler, to compare with: a process of its own on PORT. */
async function start(): Promise<void> {
  const app = await NestFactory.create(BareModule, { logger: false });
  await app.listen(Number(process.env['PORT']), '127.0.0.1');
}

void start();
