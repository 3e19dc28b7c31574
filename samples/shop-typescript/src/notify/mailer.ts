import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import { Queue } from 'bullmq';
import { Mail } from './templates';

/** Puts mails into the queue. */
@Injectable()
export class Mailer {
  constructor(@InjectQueue('emails') private readonly emails: Queue<Mail>) {}

  async send(mail: Mail): Promise<void> {
    await this.emails.add(mail.template, mail, {
      attempts: 5,
      backoff: { type: 'exponential', delay: 1_000 },
    });
  }
}
