using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Reporting.PublicPages;

namespace InspectionPortal.Web.Features.Public;

/// <summary>The public page, and a tag that changes with what it says and with the program that draws it.</summary>
public sealed record PublicPageView(PublicPageContent Content, string Tag)
{
    private static readonly Guid Program = typeof(PublicPageView).Assembly.ManifestModule.ModuleVersionId;

    public static PublicPageView Of(PublicPageContent content) =>
        new(content, $"W/\"{CanonicalJson.Hash(CanonicalJson.Write(new { Program, Content = content }))}\"");
}
