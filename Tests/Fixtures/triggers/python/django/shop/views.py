from django.dispatch import receiver
from django.views import View


def index(request):
    return ""


class Detail(View):
    def get(self, request, pk):
        return ""


# want: implied inproc -> shop.views.saved
@receiver("saved")
def saved(sender):
    pass
