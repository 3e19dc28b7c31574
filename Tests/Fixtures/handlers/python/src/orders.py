from mangum import Mangum

def create(event, context):
    return event

def idle(event, context):
    return None

app = Mangum(create)
