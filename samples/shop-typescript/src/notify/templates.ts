/** Subjects and texts of our mails. */
const TEMPLATES = {
  welcome: ['Welcome to Nordlicht', 'your account is ready. See you outside!'],
  order_confirmed: ['We have your order', 'thank you for order $number, $total.\n\n$invoice'],
  order_shipped: ['Your parcel is on its way', 'order $number has left our house today.'],
  order_cancelled: ['Your order was cancelled', 'order $number was cancelled. You owe us nothing.'],
  order_refunded: ['Your money is on its way back', 'we have refunded order $number, $total.'],
} as const;

export type TemplateName = keyof typeof TEMPLATES;

export interface Mail {
  recipient: string;
  template: TemplateName;
  values: Record<string, string>;
}

export function render({ template, values }: Mail): { subject: string; text: string } {
  const [subject, text] = TEMPLATES[template];
  const body = `Hello $name,\n\n${text}\n`.replace(/\$([a-z]+)/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the mail ${template} needs a ${name}`);
    return value;
  });
  return { subject, text: body };
}
