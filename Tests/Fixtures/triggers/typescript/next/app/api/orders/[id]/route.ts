import { NextResponse } from 'next/server'

// want: http -> GET method=GET path=/api/orders/[id]
// want: !http -> helper
// want: total 1
export async function GET(request: Request) {
  return NextResponse.json(helper())
}

function helper() { return 1 }
