import {
  BadRequestException,
  Controller,
  ForbiddenException,
  Headers,
  HttpCode,
  Logger,
  NotFoundException,
  Post,
  RawBodyRequest,
  Req,
} from '@nestjs/common';
import type { Request } from 'express';
import { keyedDigest, sameText } from '@shop/accounts/passwords';
import { settings } from '@shop/common/settings';
import { PaymentService } from './payment.service';

interface GatewayEvent {
  type: string;
  charge: string;
}

function isGatewayEvent(value: unknown): value is GatewayEvent {
  const event = value as Partial<GatewayEvent> | null;
  return typeof event?.type === 'string' && typeof event.charge === 'string';
}

function signedByGateway(body: Buffer, signature: string): boolean {
  const secret = settings.webhookSecret;
  return secret !== '' && sameText(keyedDigest(body, secret), signature);
}

/** What the payment gateway tells us. */
@Controller('webhooks')
export class WebhookController {
  private readonly log = new Logger(WebhookController.name);

  constructor(private readonly payments: PaymentService) {}

  // @trigger http method=POST path=/webhooks/payment peak_rps=5 duration_ms=40
  @Post('payment')
  @HttpCode(204)
  async receive(
    @Req() request: RawBodyRequest<Request>,
    @Headers('x-signature') signature = '',
  ): Promise<void> {
    const body = request.rawBody ?? Buffer.alloc(0);
    if (!signedByGateway(body, signature)) throw new ForbiddenException();
    const event: unknown = request.body;
    if (!isGatewayEvent(event)) throw new BadRequestException();
    if (event.type !== 'charge.settled') {
      this.log.log(`webhook: ${event.type} is of no interest`);
      return;
    }
    if (!(await this.payments.settle(event.charge))) throw new NotFoundException();
  }
}
