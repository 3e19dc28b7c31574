import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Job } from 'bullmq';
import { createTransport } from 'nodemailer';
import { Repository } from 'typeorm';
import { settings } from '@shop/common/settings';
import { EmailLog } from './email-log.entity';
import { Mail, render } from './templates';

/** Sends what is in the queue. */
@Processor('emails')
export class EmailConsumer extends WorkerHost {
  private readonly log = new Logger(EmailConsumer.name);
  private readonly transport = createTransport({ host: settings.smtpHost, port: 25 });

  constructor(@InjectRepository(EmailLog) private readonly sent: Repository<EmailLog>) {
    super();
  }

  // @trigger queue source=emails batch=10 timeout=30s duration_ms=400
  override async process({ data: mail }: Job<Mail>): Promise<void> {
    const { subject, text } = render(mail);
    const { recipient, template } = mail;
    const answer = await this.transport.sendMail({
      from: settings.mailFrom,
      to: recipient,
      subject,
      text,
    });
    const status = answer.rejected.length > 0 ? 'refused' : 'sent';
    if (status === 'refused') this.log.warn(`nobody is called ${recipient}`);
    await this.sent.insert({ recipient, template, status });
  }
}
