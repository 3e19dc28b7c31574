module example.org/api/v2
