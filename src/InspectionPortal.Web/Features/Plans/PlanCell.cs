using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Plans;

/// <summary>One project as a row of the plan's table: what its cells need beside the project itself.</summary>
public sealed record PlanCell(PlanPage Page, PlanHeader Header, PlanProject Row)
{
    /// <summary>Characters that six lines of a table across the page hold, over all its columns.</summary>
    private const int HeldAcross = 1300;

    /// <summary>Characters that twelve lines hold in a column of the least width, which a table of many columns gives each.</summary>
    private const int HeldInNarrow = 330;

    private const int Many = 8;

    private const int MostOnAPage = 72_000;

    /// <summary>The class of a table with so many columns.</summary>
    public static string SizeOf(int columns) => columns switch
    {
        >= Many => " p-plan--many",
        >= 6 => " p-plan--some",
        _ => "",
    };

    /// <summary>How many characters a cell shows before it is held to six lines.</summary>
    public int Held => HeldOf(Page);

    /// <summary>What the portal needs and the partnership's columns do not show; it stands small under the title.</summary>
    public bool Lacks(PlanField field) => !Page.Layout.Has(field);

    /// <summary>True where everything that was said is in a column, so that the latest need not be told again.</summary>
    public bool LacksUpdates => Lacks(PlanField.LatestUpdate) && Lacks(PlanField.Updates);

    /// <summary>Whether nothing at all stands in a column of this row.</summary>
    public bool IsBlank(PlanField field) => field switch
    {
        PlanField.Number or PlanField.What => false,
        PlanField.Leads => Row.IsNoActionNeeded && LeadWords is null,
        PlanField.Deadline => Row is { IsNoActionNeeded: true, Deadline.Text.Length: 0 },
        PlanField.Rating => Row.IsNoActionNeeded,
        PlanField.LatestUpdate => Row is { IsNoActionNeeded: true, NoActionNeededReason: null },
        PlanField.Forecast => Row.Forecast is null,
        PlanField.Reference => Row.ExternalReference is null,
        PlanField.Measures => Row.Measures.Count == 0,
        PlanField.Recommendations => Row.Answers.Count == 0,
        PlanField.Updates => Row.Entries.Count == 0,
        PlanField.Status => false,
        _ => ProseOf(field) is null && StepsOf(field).Count == 0 && NotesOf(field).Count == 0,
    };

    /// <summary>The words of a column of prose.</summary>
    public string? ProseOf(PlanField field) => ProjectFields.InColumn(field) is { } text ? Row.Texts[text] : null;

    /// <summary>Who leads, as the plan writes it, else the names of those who answer for it.</summary>
    public string? LeadWords => Row.Texts[ProjectFields.LeadsText] ?? (Row.Leads.Count == 0 ? null : LeadName.Join(Row.Leads));

    /// <summary>The key of the small form that changes what a column shows; null where this person changes nothing there.</summary>
    public string? SectionOf(PlanField field) => field switch
    {
        _ when !Page.CanEdit => null,
        PlanField.Leads => "leads",
        PlanField.Status or PlanField.Rating when Row.IsNoActionNeeded => null,
        PlanField.Status => "status",
        PlanField.Rating => Page.MayRate ? "rating" : null,
        PlanField.Deadline => Row is { IsNoActionNeeded: true, Deadline.Text.Length: 0 } ? null : "deadline",
        PlanField.What => Row.OwnWords is null ? null : ProjectFields.AimText.Name,
        _ => ProjectFields.InColumn(field)?.Name,
    };

    /// <summary>True where the address asks to change what that column shows of this row.</summary>
    public bool IsOpen(string? section) => section is not null && Page.CanEdit && Page.Editing?.Opens(section, Row.Id) == true;

    /// <summary>The link that opens the small form in this cell.</summary>
    public string EditHref(string section) => $"{Page.EditQuery}edit={section}&row={Row.Id}#edit";

    /// <summary>The steps of a column: those of its category, or all that no column of their own shows.</summary>
    public IReadOnlyList<PlanStep> StepsOf(PlanField field) => [.. Row.Steps.Where(s => Shows(field, s.Category))];

    /// <summary>What the plan says in a column in place of steps.</summary>
    public IReadOnlyList<PlanNote> NotesOf(PlanField field) => [.. Row.Notes.Where(n => Shows(field, n.Category))];

    /// <summary>True where some cell of the row is long enough to be held.</summary>
    public static bool IsHeld(PlanPage page, PlanHeader header, PlanProject row) =>
        new PlanCell(page, header, row).Longest > Room(page);

    /// <summary>
    /// True where the row surely fills more than a page of paper, as measured on the longest plans known: then it begins where it
    /// stands and goes on overleaf, while every other row stays whole.
    /// </summary>
    public bool IsTallerThanAPage => Longest > MostOnAPage / (Page.Layout.Columns.Count * Page.Layout.Columns.Count);

    /// <summary>Characters of the row's longest cell.</summary>
    private int Longest => Page.Layout.Columns.Max(c => LengthOf(c.Field));

    private int LengthOf(PlanField field) => field switch
    {
        PlanField.Updates => Row.Entries.Sum(e => e.Text.Length),
        PlanField.Measures => Row.Measures.Sum(m => m.Title.Length),
        PlanField.Leads => LeadWords?.Length ?? 0,
        PlanField.What => Row.OwnWords?.Length ?? 0,
        _ => (ProseOf(field)?.Length ?? 0) + StepsOf(field).Sum(s => s.Text.Length + (s.Owners?.Length ?? 0) + s.Deadline.Length),
    };

    private static int HeldOf(PlanPage page) => page.Manner.IsWhole ? int.MaxValue : Room(page);

    private static int Room(PlanPage page) => page.Layout.Columns.Count >= Many ? HeldInNarrow : HeldAcross / page.Layout.Columns.Count;

    private bool Shows(PlanField field, SubActionCategory category) => field == PlanField.SubActions
        ? !Page.Layout.Has(PlanFieldLabels.FieldOf(category))
        : PlanFieldLabels.CategoryOf(field) == category;
}
