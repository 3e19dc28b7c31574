from django.db import models


class DatedQuerySet(models.QuerySet):
    """Shared by several models: its body does not say whose rows they are."""

    def recent(self):
        # want: !table read shop_page in shop.managers.DatedQuerySet.recent
        # want: !table read shop_label in shop.managers.DatedQuerySet.recent
        return self.filter(recent=True)


class PageQuerySet(DatedQuerySet):
    def visible(self, user):
        # want: call shop.managers.PageQuerySet.visible -> shop.managers.PageQuerySet.open
        if user:
            return self.all()  # want: table read shop_page in shop.managers.PageQuerySet.visible
        return self.open().exclude(hidden=True)

    def open(self):
        return self.filter(open=True)  # want: table read shop_page in shop.managers.PageQuerySet.open

    def shut(self) -> int:
        return self.update(open=False)  # want: table write shop_page in shop.managers.PageQuerySet.shut


PageManager = models.Manager.from_queryset(PageQuerySet)


class LabelManager(models.Manager.from_queryset(DatedQuerySet)):
    def make(self, name):
        label = self.model(name=name)
        label.save()  # want: table write shop_label in shop.managers.LabelManager.make
        label.shown()  # want: call shop.managers.LabelManager.make -> shop.models.Label.shown
        # want: table write shop_label in shop.managers.LabelManager.again
        return label

    def again(self, name):
        return super().create(name=name)
