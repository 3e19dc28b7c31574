import { HttpException, HttpStatus } from '@nestjs/common';

/** A request that cannot be granted; the message is shown to the customer. */
export class ShopError extends HttpException {
  constructor(message: string, status: HttpStatus = HttpStatus.CONFLICT) {
    super(message, status);
  }
}

export class NotFound extends ShopError {
  constructor(message: string) {
    super(message, HttpStatus.NOT_FOUND);
  }
}

export class Refused extends ShopError {
  constructor(message: string) {
    super(message, HttpStatus.FORBIDDEN);
  }
}
