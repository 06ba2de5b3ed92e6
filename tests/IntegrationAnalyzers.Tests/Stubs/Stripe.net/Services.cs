using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

#nullable disable

namespace Stripe;

public class PaymentIntent : StripeEntity
{
    public string Id { get; set; }

    public long Amount { get; set; }

    public string Status { get; set; }
}

public class PaymentIntentCreateOptions : BaseOptions
{
    public long? Amount { get; set; }

    public string Currency { get; set; }

    public string Customer { get; set; }

    public Dictionary<string, string> Metadata { get; set; }
}

public class PaymentIntentUpdateOptions : BaseOptions;

public class PaymentIntentGetOptions : BaseOptions;

public class PaymentIntentCaptureOptions : BaseOptions;

public class PaymentIntentConfirmOptions : BaseOptions;

public class PaymentIntentCancelOptions : BaseOptions;

public class PaymentIntentListOptions : ListOptions;

public class PaymentIntentService : Service
{
    public PaymentIntentService()
    {
    }

    public PaymentIntentService(IStripeClient client)
        : base(client)
    {
    }

    public virtual PaymentIntent Create(PaymentIntentCreateOptions options, RequestOptions requestOptions = null) => throw null;

    public virtual Task<PaymentIntent> CreateAsync(PaymentIntentCreateOptions options, RequestOptions requestOptions = null, CancellationToken cancellationToken = default) => throw null;

    public virtual PaymentIntent Get(string id, PaymentIntentGetOptions options = null, RequestOptions requestOptions = null) => throw null;

    public virtual Task<PaymentIntent> GetAsync(string id, PaymentIntentGetOptions options = null, RequestOptions requestOptions = null, CancellationToken cancellationToken = default) => throw null;

    public virtual PaymentIntent Update(string id, PaymentIntentUpdateOptions options, RequestOptions requestOptions = null) => throw null;

    public virtual Task<PaymentIntent> UpdateAsync(string id, PaymentIntentUpdateOptions options, RequestOptions requestOptions = null, CancellationToken cancellationToken = default) => throw null;

    public virtual StripeList<PaymentIntent> List(PaymentIntentListOptions options = null, RequestOptions requestOptions = null) => throw null;

    public virtual Task<StripeList<PaymentIntent>> ListAsync(PaymentIntentListOptions options = null, RequestOptions requestOptions = null, CancellationToken cancellationToken = default) => throw null;

    public virtual PaymentIntent Capture(string id, PaymentIntentCaptureOptions options = null, RequestOptions requestOptions = null) => throw null;

    public virtual Task<PaymentIntent> CaptureAsync(string id, PaymentIntentCaptureOptions options = null, RequestOptions requestOptions = null, CancellationToken cancellationToken = default) => throw null;

    public virtual PaymentIntent Confirm(string id, PaymentIntentConfirmOptions options = null, RequestOptions requestOptions = null) => throw null;

    public virtual Task<PaymentIntent> ConfirmAsync(string id, PaymentIntentConfirmOptions options = null, RequestOptions requestOptions = null, CancellationToken cancellationToken = default) => throw null;

    public virtual PaymentIntent Cancel(string id, PaymentIntentCancelOptions options = null, RequestOptions requestOptions = null) => throw null;

    public virtual Task<PaymentIntent> CancelAsync(string id, PaymentIntentCancelOptions options = null, RequestOptions requestOptions = null, CancellationToken cancellationToken = default) => throw null;
}

public class Charge : StripeEntity
{
    public string Id { get; set; }

    public long Amount { get; set; }

    public string Status { get; set; }
}

public class ChargeCreateOptions : BaseOptions
{
    public long? Amount { get; set; }

    public string Currency { get; set; }

    public string Customer { get; set; }

    public Dictionary<string, string> Metadata { get; set; }
}

public class ChargeUpdateOptions : BaseOptions;

public class ChargeGetOptions : BaseOptions;

public class ChargeCaptureOptions : BaseOptions;

public class ChargeListOptions : ListOptions;

public class ChargeService : Service
{
    public ChargeService()
    {
    }

    public ChargeService(IStripeClient client)
        : base(client)
    {
    }

    public virtual Charge Create(ChargeCreateOptions options, RequestOptions requestOptions = null) => throw null;

    public virtual Task<Charge> CreateAsync(ChargeCreateOptions options, RequestOptions requestOptions = null, CancellationToken cancellationToken = default) => throw null;

    public virtual Charge Get(string id, ChargeGetOptions options = null, RequestOptions requestOptions = null) => throw null;

    public virtual Task<Charge> GetAsync(string id, ChargeGetOptions options = null, RequestOptions requestOptions = null, CancellationToken cancellationToken = default) => throw null;

    public virtual Charge Update(string id, ChargeUpdateOptions options, RequestOptions requestOptions = null) => throw null;

    public virtual Task<Charge> UpdateAsync(string id, ChargeUpdateOptions options, RequestOptions requestOptions = null, CancellationToken cancellationToken = default) => throw null;

    public virtual StripeList<Charge> List(ChargeListOptions options = null, RequestOptions requestOptions = null) => throw null;

    public virtual Task<StripeList<Charge>> ListAsync(ChargeListOptions options = null, RequestOptions requestOptions = null, CancellationToken cancellationToken = default) => throw null;

    public virtual Charge Capture(string id, ChargeCaptureOptions options = null, RequestOptions requestOptions = null) => throw null;

    public virtual Task<Charge> CaptureAsync(string id, ChargeCaptureOptions options = null, RequestOptions requestOptions = null, CancellationToken cancellationToken = default) => throw null;
}

public class Refund : StripeEntity
{
    public string Id { get; set; }

    public long Amount { get; set; }

    public string Status { get; set; }
}

public class RefundCreateOptions : BaseOptions
{
    public long? Amount { get; set; }

    public string Currency { get; set; }

    public string Customer { get; set; }

    public Dictionary<string, string> Metadata { get; set; }
}

public class RefundUpdateOptions : BaseOptions;

public class RefundGetOptions : BaseOptions;

public class RefundCancelOptions : BaseOptions;

public class RefundListOptions : ListOptions;

public class RefundService : Service
{
    public RefundService()
    {
    }

    public RefundService(IStripeClient client)
        : base(client)
    {
    }

    public virtual Refund Create(RefundCreateOptions options, RequestOptions requestOptions = null) => throw null;

    public virtual Task<Refund> CreateAsync(RefundCreateOptions options, RequestOptions requestOptions = null, CancellationToken cancellationToken = default) => throw null;

    public virtual Refund Get(string id, RefundGetOptions options = null, RequestOptions requestOptions = null) => throw null;

    public virtual Task<Refund> GetAsync(string id, RefundGetOptions options = null, RequestOptions requestOptions = null, CancellationToken cancellationToken = default) => throw null;

    public virtual Refund Update(string id, RefundUpdateOptions options, RequestOptions requestOptions = null) => throw null;

    public virtual Task<Refund> UpdateAsync(string id, RefundUpdateOptions options, RequestOptions requestOptions = null, CancellationToken cancellationToken = default) => throw null;

    public virtual StripeList<Refund> List(RefundListOptions options = null, RequestOptions requestOptions = null) => throw null;

    public virtual Task<StripeList<Refund>> ListAsync(RefundListOptions options = null, RequestOptions requestOptions = null, CancellationToken cancellationToken = default) => throw null;

    public virtual Refund Cancel(string id, RefundCancelOptions options = null, RequestOptions requestOptions = null) => throw null;

    public virtual Task<Refund> CancelAsync(string id, RefundCancelOptions options = null, RequestOptions requestOptions = null, CancellationToken cancellationToken = default) => throw null;
}

public class Customer : StripeEntity
{
    public string Id { get; set; }

    public long Amount { get; set; }

    public string Status { get; set; }
}

public class CustomerCreateOptions : BaseOptions
{
    public long? Amount { get; set; }

    public string Currency { get; set; }

    public string Customer { get; set; }

    public Dictionary<string, string> Metadata { get; set; }
}

public class CustomerUpdateOptions : BaseOptions;

public class CustomerGetOptions : BaseOptions;

public class CustomerDeleteOptions : BaseOptions;

public class CustomerListOptions : ListOptions;

public class CustomerService : Service
{
    public CustomerService()
    {
    }

    public CustomerService(IStripeClient client)
        : base(client)
    {
    }

    public virtual Customer Create(CustomerCreateOptions options, RequestOptions requestOptions = null) => throw null;

    public virtual Task<Customer> CreateAsync(CustomerCreateOptions options, RequestOptions requestOptions = null, CancellationToken cancellationToken = default) => throw null;

    public virtual Customer Get(string id, CustomerGetOptions options = null, RequestOptions requestOptions = null) => throw null;

    public virtual Task<Customer> GetAsync(string id, CustomerGetOptions options = null, RequestOptions requestOptions = null, CancellationToken cancellationToken = default) => throw null;

    public virtual Customer Update(string id, CustomerUpdateOptions options, RequestOptions requestOptions = null) => throw null;

    public virtual Task<Customer> UpdateAsync(string id, CustomerUpdateOptions options, RequestOptions requestOptions = null, CancellationToken cancellationToken = default) => throw null;

    public virtual StripeList<Customer> List(CustomerListOptions options = null, RequestOptions requestOptions = null) => throw null;

    public virtual Task<StripeList<Customer>> ListAsync(CustomerListOptions options = null, RequestOptions requestOptions = null, CancellationToken cancellationToken = default) => throw null;

    public virtual Customer Delete(string id, CustomerDeleteOptions options = null, RequestOptions requestOptions = null) => throw null;

    public virtual Task<Customer> DeleteAsync(string id, CustomerDeleteOptions options = null, RequestOptions requestOptions = null, CancellationToken cancellationToken = default) => throw null;
}

public class Invoice : StripeEntity
{
    public string Id { get; set; }

    public long Amount { get; set; }

    public string Status { get; set; }
}

public class InvoiceCreateOptions : BaseOptions
{
    public long? Amount { get; set; }

    public string Currency { get; set; }

    public string Customer { get; set; }

    public Dictionary<string, string> Metadata { get; set; }
}

public class InvoiceUpdateOptions : BaseOptions;

public class InvoiceGetOptions : BaseOptions;

public class InvoicePayOptions : BaseOptions;

public class InvoiceListOptions : ListOptions;

public class InvoiceService : Service
{
    public InvoiceService()
    {
    }

    public InvoiceService(IStripeClient client)
        : base(client)
    {
    }

    public virtual Invoice Create(InvoiceCreateOptions options, RequestOptions requestOptions = null) => throw null;

    public virtual Task<Invoice> CreateAsync(InvoiceCreateOptions options, RequestOptions requestOptions = null, CancellationToken cancellationToken = default) => throw null;

    public virtual Invoice Get(string id, InvoiceGetOptions options = null, RequestOptions requestOptions = null) => throw null;

    public virtual Task<Invoice> GetAsync(string id, InvoiceGetOptions options = null, RequestOptions requestOptions = null, CancellationToken cancellationToken = default) => throw null;

    public virtual Invoice Update(string id, InvoiceUpdateOptions options, RequestOptions requestOptions = null) => throw null;

    public virtual Task<Invoice> UpdateAsync(string id, InvoiceUpdateOptions options, RequestOptions requestOptions = null, CancellationToken cancellationToken = default) => throw null;

    public virtual StripeList<Invoice> List(InvoiceListOptions options = null, RequestOptions requestOptions = null) => throw null;

    public virtual Task<StripeList<Invoice>> ListAsync(InvoiceListOptions options = null, RequestOptions requestOptions = null, CancellationToken cancellationToken = default) => throw null;

    public virtual Invoice Pay(string id, InvoicePayOptions options = null, RequestOptions requestOptions = null) => throw null;

    public virtual Task<Invoice> PayAsync(string id, InvoicePayOptions options = null, RequestOptions requestOptions = null, CancellationToken cancellationToken = default) => throw null;
}
