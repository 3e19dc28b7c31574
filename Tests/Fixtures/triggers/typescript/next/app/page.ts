import { headers } from 'next/headers'

// want: none
export function GET() {}
