using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Features.Scrutiny.Movement;

namespace InspectionPortal.Web.Features.Scrutiny;

/// <summary>What the address of the overview asks for.</summary>
public sealed class InspectFilter
{
    /// <summary>The longest search for a name.</summary>
    public const int WordsMaxLength = 100;

    public SinceWhen Since { get; set; }

    /// <summary>The day of <see cref="SinceWhen.Date"/>, as typed.</summary>
    public string? On { get; set; }

    /// <summary>Part of a partnership's name or of a plan's title.</summary>
    public string? Q { get; set; }

    public PartnershipsShown Show { get; set; }
    public PartnershipSort Sort { get; set; }
    public int Page { get; set; } = 1;

    /// <summary>The plan whose changes are listed in full; null lists the start of where most moved.</summary>
    public Guid? In { get; set; }

    /// <summary>The day, where one was typed that can be understood.</summary>
    public DateOnly? Day => Since == SinceWhen.Date ? TypedInput.Date(On) : null;

    /// <summary>True where a day was asked for and none can be understood.</summary>
    public bool IsDayUnclear => Since == SinceWhen.Date && Day is null && !string.IsNullOrWhiteSpace(On);

    /// <summary>Leaves out what no choice of the page means.</summary>
    public InspectFilter Cleaned() => new()
    {
        Since = Enum.IsDefined(Since) ? Since : SinceWhen.Visit,
        On = TypedInput.Clean(On) is { } on ? EnglishText.Truncate(on, WordsMaxLength) : null,
        Q = TypedInput.Clean(Q) is { } words ? EnglishText.Truncate(words, WordsMaxLength) : null,
        Show = Enum.IsDefined(Show) ? Show : PartnershipsShown.All,
        Sort = Enum.IsDefined(Sort) ? Sort : PartnershipSort.Name,
        Page = Math.Clamp(Page, 1, 1000),
        In = In,
    };

    public ComparedFrom From(DateTimeOffset? lastLooked) => new(Since, lastLooked, Day);

    /// <summary>The address with something changed; what is as usual is left out.</summary>
    public string With(
        SinceWhen? since = null, PartnershipsShown? show = null, PartnershipSort? sort = null, int page = 1, Guid? inPlan = null,
        string path = "/inspect")
    {
        (string Name, string? Value)[] pairs =
        [
            ("since", (since ?? Since) is not SinceWhen.Visit and var when ? when.ToString() : null),
            ("on", (since ?? Since) == SinceWhen.Date ? On : null),
            ("q", Q),
            ("show", (show ?? Show) is not PartnershipsShown.All and var shown ? shown.ToString() : null),
            ("sort", (sort ?? Sort) is not PartnershipSort.Name and var sorted ? sorted.ToString() : null),
            ("page", page > 1 ? page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null),
            ("in", inPlan?.ToString()),
        ];
        var query = string.Join('&', pairs.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
