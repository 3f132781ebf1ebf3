using InspectionPortal.Web.Infrastructure;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>How pages speak of inspections and of when their reports came out.</summary>
public static class InspectionWords
{
    public static string Of(InspectionKind kind) => kind switch
    {
        InspectionKind.Report => "Another body’s report",
        InspectionKind.InternalAssessment => "The partnership’s own assessment",
        _ => "Inspection",
    };

    /// <summary>"on 3 September 2019", "in April 2014" as the source says it, or null where nothing is known.</summary>
    public static string? When(DateOnly? published, string? publishedText) =>
        published is { } day ? $"on {DayWords.Full(day)}" : publishedText is null ? null : $"in {publishedText}";

    /// <summary>The day or month of publication as a list shows it.</summary>
    public static string Day(DateOnly? published, string? publishedText, InspectionKind kind) => published is { } day
        ? DayWords.Full(day)
        : publishedText ?? (kind == InspectionKind.InternalAssessment ? "Not published" : "No date recorded");

    /// <summary>When the fieldwork was: as written, else by its days, else null.</summary>
    public static string? Fieldwork(string? text, DateOnly? from, DateOnly? to) => text ?? (from, to) switch
    {
        ({ } first, { } last) => $"{DayWords.Full(first)} to {DayWords.Full(last)}",
        ({ } first, null) => DayWords.Full(first),
        _ => null,
    };

    /// <summary>"Published on …", or that it is not known.</summary>
    public static string Published(DateOnly? published, string? publishedText, InspectionKind kind = InspectionKind.Inspection) =>
        When(published, publishedText) is { } when ? $"Published {when}"
        : kind == InspectionKind.InternalAssessment ? "Not published" : "No date of publication is recorded";
}
