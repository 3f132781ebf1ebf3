namespace InspectionPortal.Web.Infrastructure.Forms;

/// <summary>A row of a form that has as many as are needed.</summary>
public abstract class FormRow
{
    /// <summary>The stored row's id, or the id that a new one will have: sending the form twice adds it once.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public bool Remove { get; set; }

    /// <summary>True where nothing was typed; such a row is left out.</summary>
    public abstract bool IsBlank();
}
