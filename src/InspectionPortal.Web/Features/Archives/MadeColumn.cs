using System.Text.Json;

namespace InspectionPortal.Web.Features.Archives;

/// <summary>A column that is made for the archive and stands in no table of the database.</summary>
public sealed class MadeColumn<T>(string name, Func<T, string?> read) : IArchiveColumn
    where T : class
{
    public string Name => name;

    public void WriteJson(Utf8JsonWriter json, object row) => json.WriteStringValue(read((T)row));

    public (string Text, bool IsWords) Cell(object row) => (read((T)row) ?? string.Empty, true);
}
