from typing import Any, ClassVar

from django.db import models

from .managers import DatedQuerySet, LabelManager, PageManager


class Named(models.Model):
    name = models.CharField()
    objects: Any = models.Manager()

    class Meta:
        abstract = True


class Page(Named):
    open = models.BooleanField()
    labels = models.ManyToManyField("Label", related_name="pages")

    objects = PageManager()

    def archive(self):
        self.save()  # want: table write shop_page in shop.models.Page.archive


class Label(models.Model):
    name = models.CharField()

    objects: ClassVar[LabelManager] = LabelManager()
    dated = DatedQuerySet.as_manager()

    def shown(self):
        return self.name


class Note(Named):
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="notes")
    label = models.ForeignKey("shop.Label", on_delete=models.CASCADE)
    hidden = models.ForeignKey(Label, on_delete=models.CASCADE, related_name="+")

    def save(self, *args):
        super().save(*args)  # want: table write shop_note in shop.models.Note.save


class Draft(models.Model):
    page = models.OneToOneField(Page, on_delete=models.CASCADE)

    def words(self):
        return 1
