import { Controller, Get, Header, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../../common/http';
import { OperatorGuard } from './operator.guard';
import { QueueBoard } from './queue-board';
import { queueBoardPage } from './queue-board-page';

/** A page, not a part of the API: outside of its prefix and of its description. */
@ApiExcludeController()
@Controller('admin/queues')
export class QueueBoardController {
  constructor(private readonly board: QueueBoard) {}

  @Get()
  @Public()
  @UseGuards(OperatorGuard)
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async show(): Promise<string> {
    return queueBoardPage(await this.board.view(), new Date());
  }
}
