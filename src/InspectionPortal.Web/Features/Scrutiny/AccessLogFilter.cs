using InspectionPortal.Domain.Scrutiny;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>Which entries of the access log are asked for.</summary>
public class AccessLogFilter
{
    /// <summary>The longest text of a filter.</summary>
    public const int WordsMaxLength = 100;

    public Guid? Officer { get; set; }

    /// <summary>First day, as typed.</summary>
    public string? From { get; set; }

    /// <summary>Last day, as typed.</summary>
    public string? To { get; set; }

    /// <summary>Part of what was read, or of the body's name.</summary>
    public string? Q { get; set; }

    /// <summary>True where it leaves something out.</summary>
    public bool IsSet => Officer is not null || FirstDay is not null || LastDay is not null || Words is not null;

    /// <summary>True where a day was typed that cannot be understood.</summary>
    public bool IsDayUnclear => (FirstDay is null && !string.IsNullOrWhiteSpace(From)) || (LastDay is null && !string.IsNullOrWhiteSpace(
        To));

    private DateOnly? FirstDay => TypedInput.Date(From);

    private DateOnly? LastDay => TypedInput.Date(To);

    private string? Words => TypedInput.Clean(Q) is { } words ? EnglishText.Truncate(words, WordsMaxLength) : null;

    /// <summary>The entries that are asked for; days are those of the partnership's zone.</summary>
    public IQueryable<AccessEntry> Apply(IQueryable<AccessEntry> entries, string zone)
    {
        if (Officer is { } officer)
        {
            entries = entries.Where(e => e.UserId == officer);
        }

        if (FirstDay is { } first)
        {
            var start = DateFormat.StartOf(first, zone);
            entries = entries.Where(e => e.At >= start);
        }

        if (LastDay is { } last)
        {
            var end = DateFormat.StartOf(last.AddDays(1), zone);
            entries = entries.Where(e => e.At < end);
        }

        if (Words is { } words)
        {
            var pattern = LikePattern.Containing(words);
            entries = entries.Where(e => EF.Functions.ILike(e.What, pattern) || EF.Functions.ILike(e.BodyName, pattern));
        }

        return entries;
    }

    /// <summary>The filter as the query of an address, without its question mark.</summary>
    public string Query(int page = 1)
    {
        (string Name, string? Value)[] pairs =
        [
            ("officer", Officer?.ToString()), ("from", TypedInput.Clean(From)), ("to", TypedInput.Clean(To)), ("q", Words),
            ("page", page > 1 ? page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null),
        ];
        return string.Join('&', pairs.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
    }
}
