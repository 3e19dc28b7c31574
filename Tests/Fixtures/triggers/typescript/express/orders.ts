import { Router } from 'express'
import { list, show } from './auth'

// want: http -> list method=GET path=/api/orders
// want: http -> show method=GET path=/api/orders/:id
// want: http -> list method=POST path=/api/orders/all
const router = Router()
router.get('/', list)
router.route('/:id').get(show)
router.route('/all').post(wrap(list))
export default router

function wrap(f: any) { return f }
