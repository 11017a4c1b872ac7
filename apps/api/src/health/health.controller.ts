import { Database } from '@datalab/data';
import { unavailable } from '@datalab/domain';
import { Controller, Get } from '@nestjs/common';

@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  /** The process runs. */
  @Get('live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** It can answer: the database does. (The api needs nothing of Redis; work waits in the outbox.) */
  @Get('ready')
  async ready(): Promise<{ status: string }> {
    await this.database.isReachable().catch(() => {
      throw unavailable('database.out-of-reach', 'The database does not answer.');
    });
    return { status: 'ok' };
  }
}
