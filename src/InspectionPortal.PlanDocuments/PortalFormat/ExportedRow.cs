using InspectionPortal.Domain.Partnerships;
using InspectionPortal.PlanDocuments.Reading;

namespace InspectionPortal.PlanDocuments.PortalFormat;

/// <summary>A project as a file of the portal's own holds it: its cells by what they hold.</summary>
internal sealed class ExportedRow(string where)
{
    private readonly Dictionary<PlanField, IReadOnlyList<SourceLine>> _fields = [];
    private readonly Dictionary<ExportedDetail, IReadOnlyList<SourceLine>> _details = [];

    public string Where => where;

    /// <summary>Columns that somebody added.</summary>
    public List<(string Header, string Text)> Others { get; } = [];

    public IReadOnlyList<SourceLine> this[PlanField field]
    {
        get => _fields.GetValueOrDefault(field, []);
        set => _fields[field] = value;
    }

    public IReadOnlyList<SourceLine> this[ExportedDetail detail]
    {
        get => _details.GetValueOrDefault(detail, []);
        set => _details[detail] = value;
    }

    public string Word(PlanField field) => ExportedText.Of(this[field]).ReplaceLineEndings(" ");

    public string Word(ExportedDetail detail) => ExportedText.Of(this[detail]).ReplaceLineEndings(" ");
}
