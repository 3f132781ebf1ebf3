using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using FluentValidation;

namespace InspectionPortal.Web.Infrastructure.Forms;

/// <summary>Dates, numbers and lists as people type them. Read leniently, refused with a message where they do not exist.</summary>
public static class Written
{
    public const string DateMessage = "{PropertyName}: enter a date that exists, such as 30 September 2020";
    public const string NumberMessage = "{PropertyName}: enter a number, such as 46 or 46.5";

    private static readonly string[] DateFormats = ["d MMMM yyyy", "d MMM yyyy", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "yyyy-MM-dd"];
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(2199, 12, 31);

    /// <summary>The date that was typed; null for nothing and for what is no date between 1900 and 2199.</summary>
    public static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date)
        && date >= Earliest && date <= Latest
            ? date
            : null;

    /// <summary>The number that was typed; null for nothing and for what is no number of up to 12 digits before the point and 6 after it.</summary>
    public static decimal? Number(string? text) =>
        decimal.TryParse(
            text?.TrimEnd('%').Replace('\u2212', '-'),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) < 1_000_000_000_000m && decimal.Round(number, 6) == number
            ? number
            : null;

    /// <summary>The date as a form shows it.</summary>
    public static string? Show(DateOnly? date) => date?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The number as a form shows it, without zeros at the end.</summary>
    public static string? Show(decimal? number) => number?.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>One thing a line; empty lines left out.</summary>
    public static IReadOnlyList<string> Lines(string? text) =>
        text?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>The length that the entity allows a text.</summary>
    public static int Limit<TEntity>(string property) =>
        typeof(TEntity).GetProperty(property)?.GetCustomAttribute<MaxLengthAttribute>()?.Length
        ?? throw new InvalidOperationException($"{typeof(TEntity).Name}.{property} has no limit.");
}

/// <summary>Rules that most forms share, each with a message that says how to put it right.</summary>
public static class WrittenRules
{
    public static IRuleBuilderOptions<T, string?> Needed<T>(this IRuleBuilder<T, string?> rule, string message) =>
        rule.Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage(message);

    public static IRuleBuilderOptions<T, string?> Fits<T>(this IRuleBuilder<T, string?> rule, int limit) =>
        rule.Must(text => text is null || text.Length <= limit)
            .WithMessage(string.Create(CultureInfo.InvariantCulture, $"Shorten this to {limit:N0} characters or fewer"));

    public static IRuleBuilderOptions<T, string?> IsDate<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || Written.Date(text) is not null).WithMessage(Written.DateMessage);

    public static IRuleBuilderOptions<T, string?> IsNumber<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || Written.Number(text) is not null).WithMessage(Written.NumberMessage);

    /// <summary>At most so many lines, none too long.</summary>
    public static IRuleBuilderOptions<T, string?> LinesFit<T>(this IRuleBuilder<T, string?> rule, int most, int limit) =>
        rule.Must(text => Written.Lines(text).Count <= most).WithMessage($"{{PropertyName}}: enter at most {most} lines")
            .Must(text => Written.Lines(text).All(line => line.Length <= limit))
            .WithMessage(string.Create(CultureInfo.InvariantCulture, $"{{PropertyName}}: shorten each line to {limit:N0} characters or fewer"));
}
