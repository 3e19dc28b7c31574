void log_a(int n);
