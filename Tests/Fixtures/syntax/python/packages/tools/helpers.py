def help_me(): pass  # want: declare function tools.helpers.help_me definition
