using System.Text.Json;

namespace InspectionPortal.Web.Features.Archives;

/// <summary>A column of a table in the archive.</summary>
public interface IArchiveColumn
{
    /// <summary>As it stands in the JSON and at the head of the CSV.</summary>
    string Name { get; }

    /// <summary>Writes the row's value as JSON.</summary>
    void WriteJson(Utf8JsonWriter json, object row);

    /// <summary>The row's value as text for a cell, and whether it is text that somebody wrote.</summary>
    (string Text, bool IsWords) Cell(object row);
}
