using System.Globalization;
using InspectionPortal.Domain.Evidence;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>How the report says dates, numbers and kinds.</summary>
public static class ReportLabels
{
    private const int HeadlineLength = 140;

    /// <summary>"1 project", "13 projects".</summary>
    public static string Count(int count, string one, string? many = null) => count == 1 ? $"1 {one}" : $"{count} {many ?? one + "s"}";

    /// <summary>The first words of a request, and the rest where there is more.</summary>
    public static (string Headline, string? More) Headline(string text)
    {
        var plain = text.Trim();
        var stop = plain.IndexOfAny(['.', '\n', '?', '!']);
        var end = stop < 0 ? plain.Length : plain[stop] == '\n' ? stop : stop + 1;
        if (end > HeadlineLength)
        {
            return (EnglishText.Cut(plain, HeadlineLength), plain);
        }

        var rest = plain[end..].Trim();
        return (plain[..end].TrimEnd('.', '\n', ' '), rest.Length == 0 ? null : rest);
    }

    /// <summary>"A; B with C, in consultation with D".</summary>
    public static string Leads(IReadOnlyList<SnapshotLead> leads) =>
        leads.Count == 0 ? "No lead" : LeadName.Join(leads.Select(l => (l.Name, l.Kind)));

    /// <summary>"50%", "12 weeks", "46".</summary>
    public static string Figure(decimal value, string? unit)
    {
        var figure = value.ToString("0.####", CultureInfo.InvariantCulture);
        return unit is null or "%" ? figure + unit : $"{figure} {unit}";
    }

    /// <summary>A part of a report within a sentence.</summary>
    public static string Part(ReportPart part) => part switch
    {
        ReportPart.Movement => "movement of ratings",
        ReportPart.Measures => "measures",
        ReportPart.Evidence => "evidence added",
        ReportPart.Coverage => "coverage",
        _ => "full table",
    };

    public static string Answer(DecisionAnswer answer) => answer switch
    {
        DecisionAnswer.Agreed => "Agreed",
        DecisionAnswer.NotAgreed => "Not agreed",
        _ => "Deferred",
    };

    public static string Knowing(EvidenceType kind) => kind switch
    {
        EvidenceType.ViewsOfChildrenAndFamilies => "Views of children and families",
        EvidenceType.ViewsOfStaff => "Views of staff",
        _ => kind.ToString(),
    };
}
