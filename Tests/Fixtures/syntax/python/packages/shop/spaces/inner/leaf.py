def fall():
    return 1
