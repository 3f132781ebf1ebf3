using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InspectionPortal.Web.Infrastructure.Forms;

/// <summary>What every form of the plan carries besides its own fields. The command is the model of its page.</summary>
public abstract class FormFields
{
    /// <summary>The version that the form was opened at; 0 for what does not exist yet.</summary>
    public uint Version { get; set; }

    /// <summary>Set by a button that asks for another empty row and saves nothing.</summary>
    public string? More { get; set; }

    /// <summary>What stands around the fields; from the query, never bound.</summary>
    [BindNever]
    public FormPage? Page { get; set; }

    /// <summary>True where the form makes something new.</summary>
    public virtual bool IsNew => false;

    /// <summary>The key of what is made, sent with the form so that sending it twice makes one; null on a form that edits.</summary>
    public virtual Guid? NewId => null;

    /// <summary>The page around the fields.</summary>
    /// <exception cref="InvalidOperationException">The query has not given one yet.</exception>
    public FormPage RequiredPage() => Page ?? throw new InvalidOperationException("The form has no page yet.");

    /// <summary>Makes the rows ready to be drawn: one empty row after the last that is filled.</summary>
    public virtual void AddSpareRows()
    {
    }

    /// <summary>
    /// What differs between these fields (yours) and what is stored now (theirs), in words; asked when two people saved. A
    /// form whose fields need other words than their names says them itself.
    /// </summary>
    public virtual IReadOnlyList<Difference> CompareWith(FormFields stored) => FormComparison.Between(this, stored, RequiredPage());
}
