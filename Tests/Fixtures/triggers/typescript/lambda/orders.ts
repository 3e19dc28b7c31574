import type { APIGatewayProxyEvent, Handler, SQSHandler } from 'aws-lambda'

// want: http -> handler rule=ecma.lambda.name
// want: queue -> consume rule=ecma.lambda.name-context
// want: !direct -> submitHandler
// want: direct -> exported
// want: !direct -> helper
// want: !http -> parse
// want: !direct -> click
// want: total 3
export const handler = async (event: APIGatewayProxyEvent) => {
  return helper(parse(event))
}

export const consume: SQSHandler = async (event, context) => {
  await helper(event)
}

export async function submitHandler(event: SubmitEvent) {
  return helper(event)
}

const exported = async (event, context, callback) => callback(null)

function helper(event, context) {
  return event
}

export function parse(event: APIGatewayProxyEvent) {
  return event.body
}

export function click(event: MouseEvent) {
  return event
}

export default { exported }
