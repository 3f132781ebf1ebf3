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

    /// <summary>Empties the cells that still say what they said when the file was written, but for what a project is known by.</summary>
    public void Forget(PlanCopyCells unchanged)
    {
        var number = Word(PlanField.Number);
        foreach (var field in _fields.Keys.Where(f => f is not (PlanField.Number or PlanField.What)).ToList())
        {
            _fields[field] = unchanged.IsSame(number, field.ToString(), _fields[field]) ? [] : _fields[field];
        }

        foreach (var detail in _details.Keys.ToList())
        {
            _details[detail] = unchanged.IsSame(number, detail.ToString(), _details[detail]) ? [] : _details[detail];
        }
    }

    public string Word(PlanField field) => ExportedText.Of(this[field]).ReplaceLineEndings(" ");

    public string Word(ExportedDetail detail) => ExportedText.Of(this[detail]).ReplaceLineEndings(" ");
}
