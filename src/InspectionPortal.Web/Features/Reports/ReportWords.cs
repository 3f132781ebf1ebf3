using System.Globalization;
using InspectionPortal.Web.Features.Evidence;
using InspectionPortal.Web.Features.Projects;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>How the report says dates, numbers and kinds.</summary>
public static class ReportWords
{
    private const int HeadlineLength = 140;

    public static string Day(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A real moment, as the partnership's clocks showed it.</summary>
    public static string When(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    public static string DayOf(DateTimeOffset at, TimeZoneInfo zone) => Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime));

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
            var space = plain.LastIndexOf(' ', HeadlineLength);
            return ($"{plain[..(space > 0 ? space : HeadlineLength)]} …", plain);
        }

        var rest = plain[end..].Trim();
        return (plain[..end].TrimEnd('.', '\n', ' '), rest.Length == 0 ? null : rest);
    }

    /// <summary>"A; B, with C, in consultation with D".</summary>
    public static string Leads(IReadOnlyList<SnapshotLead> leads)
    {
        var parts = new[]
        {
            string.Join("; ", leads.Where(l => l.Kind == LeadKind.Lead).Select(l => l.Name)),
            Prefixed("with", leads.Where(l => l.Kind == LeadKind.With)),
            Prefixed("in consultation with", leads.Where(l => l.Kind == LeadKind.InConsultationWith)),
        };
        return leads.Count == 0 ? "Nobody named" : string.Join(", ", parts.Where(p => p.Length > 0));
    }

    /// <summary>"50%", "12 weeks", "46".</summary>
    public static string Figure(decimal value, string? unit)
    {
        var figure = value.ToString("0.####", CultureInfo.InvariantCulture);
        return unit is null or "%" ? figure + unit : $"{figure} {unit}";
    }

    public static string Knowing(KindOfKnowing kind) => kind switch
    {
        KindOfKnowing.ViewsOfChildrenAndFamilies => "Views of children and families",
        KindOfKnowing.ViewsOfStaff => "Views of staff",
        _ => kind.ToString(),
    };

    private static string Prefixed(string word, IEnumerable<SnapshotLead> leads)
    {
        var names = string.Join("; ", leads.Select(l => l.Name));
        return names.Length == 0 ? names : $"{word} {names}";
    }
}
