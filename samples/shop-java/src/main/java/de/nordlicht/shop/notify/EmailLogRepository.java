package de.nordlicht.shop.notify;

import org.springframework.data.repository.CrudRepository;

interface EmailLogRepository extends CrudRepository<EmailLog, Long> {}
