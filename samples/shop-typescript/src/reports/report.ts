type Cell = string | number | { toString(): string };

/** A report as it is written: sections of rows. */
export class Report {
  private readonly out: string[] = [];
  private rows = 0;

  get lines(): number {
    return this.rows;
  }

  section(title: string): void {
    if (this.out.length > 0) this.out.push('');
    this.out.push(title, '-'.repeat(title.length));
  }

  row(first: Cell, ...others: Cell[]): void {
    this.out.push(
      String(first).padEnd(36) + others.map((cell) => String(cell).padStart(16)).join(''),
    );
    this.rows += 1;
  }

  toString(): string {
    return `${this.out.join('\n')}\n`;
  }
}
