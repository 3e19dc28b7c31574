package shop

import org.springframework.stereotype.Component

@Component
class StockKeeper

@Component("audited")
class Audit
