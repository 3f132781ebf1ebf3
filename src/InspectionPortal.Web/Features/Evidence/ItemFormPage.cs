using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Infrastructure.Forms;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>The page around a form about one item of evidence.</summary>
internal static class ItemFormPage
{
    public static FormPage About(EvidenceItem item, string title, string button, string? lede = null) => new()
    {
        Title = title,
        Place = "evidence",
        Caption = EnglishText.Cut(item.Title, 160),
        Lede = lede,
        Button = button,
        Back = $"~/evidence/{item.Id}",
        Crumbs = [new Crumb("Evidence", "~/evidence"), new Crumb(EnglishText.Cut(item.Title, 60), $"~/evidence/{item.Id}")],
    };
}
