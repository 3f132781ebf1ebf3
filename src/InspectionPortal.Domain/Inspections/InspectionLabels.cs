using InspectionPortal.Domain.Text;

namespace InspectionPortal.Domain.Inspections;

/// <summary>How pages speak of inspections and of when their reports came out.</summary>
public static class InspectionLabels
{
    public static string Of(InspectionKind kind) => kind switch
    {
        InspectionKind.Report => "Another body’s report",
        InspectionKind.InternalAssessment => "The partnership’s own assessment",
        _ => "Inspection",
    };

    /// <summary>"on 3 September 2019", "in April 2014" as the source says it, or null where nothing is known.</summary>
    public static string? When(DateOnly? published, string? publishedText) =>
        published is { } day ? $"on {DateFormat.Full(day)}" : publishedText is null ? null : $"in {publishedText}";

    /// <summary>The day or month of publication as a list shows it.</summary>
    public static string Day(DateOnly? published, string? publishedText, InspectionKind kind) => published is { } day
        ? DateFormat.Full(day)
        : publishedText ?? (kind == InspectionKind.InternalAssessment ? "Not published" : "No date");

    /// <summary>When the fieldwork was: as written, else by its days, else null.</summary>
    public static string? Fieldwork(string? text, DateOnly? from, DateOnly? to) => text ?? (from, to) switch
    {
        ({ } first, { } last) => $"{DateFormat.Full(first)} to {DateFormat.Full(last)}",
        ({ } first, null) => DateFormat.Full(first),
        _ => null,
    };

    /// <summary>"Published on …", or that it is not known.</summary>
    public static string Published(DateOnly? published, string? publishedText, InspectionKind kind = InspectionKind.Inspection) =>
        When(published, publishedText) is { } when ? $"Published {when}"
        : kind == InspectionKind.InternalAssessment ? "Not published" : "No publication date";
}
