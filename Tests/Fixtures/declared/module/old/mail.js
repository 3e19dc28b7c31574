module.exports.mail = { handler: "mail.send", events: [{ sns: "mails" }] };
