import { Injectable } from '@nestjs/common';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  ago(milliseconds: number): Date {
    return new Date(this.now().getTime() - milliseconds);
  }

  in(milliseconds: number): Date {
    return this.ago(-milliseconds);
  }
}
