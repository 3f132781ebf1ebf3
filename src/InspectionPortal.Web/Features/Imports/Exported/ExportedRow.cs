using InspectionPortal.Web.Features.Imports.Reading;
using InspectionPortal.Web.Tenancy;

namespace InspectionPortal.Web.Features.Imports.Exported;

/// <summary>A project as a file of the portal's own holds it: its cells by what they hold.</summary>
internal sealed class ExportedRow(string where)
{
    private readonly Dictionary<PlanField, IReadOnlyList<SourceLine>> fields = [];
    private readonly Dictionary<ExportedDetail, IReadOnlyList<SourceLine>> details = [];

    public string Where => where;

    /// <summary>Columns that somebody added.</summary>
    public List<(string Header, string Text)> Others { get; } = [];

    public IReadOnlyList<SourceLine> this[PlanField field]
    {
        get => fields.GetValueOrDefault(field, []);
        set => fields[field] = value;
    }

    public IReadOnlyList<SourceLine> this[ExportedDetail detail]
    {
        get => details.GetValueOrDefault(detail, []);
        set => details[detail] = value;
    }

    public string Word(PlanField field) => ExportedText.Of(this[field]).ReplaceLineEndings(" ");

    public string Word(ExportedDetail detail) => ExportedText.Of(this[detail]).ReplaceLineEndings(" ");
}
